/** The version of this build: see scripts/build/version.cjs, which puts it in the place of the name. */
declare const MUSTER_VERSION: string | undefined

/** Such as `0.1.0+3f2a1b9`. Outside a build: `development`. */
export const version: string = typeof MUSTER_VERSION === 'string' ? MUSTER_VERSION : 'development'

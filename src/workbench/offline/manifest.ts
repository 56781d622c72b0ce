/** What a build tells its service worker: scripts/build/offline-files.cjs writes it, as `self.MUSTER_OFFLINE`. */
export interface OfflineManifest {
  /** As shown on the page. */
  readonly version: string
  /** Hash over all files, also those that `version` does not cover. */
  readonly content: string
  /** File that answers for the folder itself. */
  readonly page: string
  /** Files that are fetched at once, relative to the folder. */
  readonly kept: readonly string[]
  /** Regular expression for names of files that are kept when they are first used. */
  readonly later: string
}

declare global {
  /** Only in a service worker. */
  var MUSTER_OFFLINE: OfflineManifest
}

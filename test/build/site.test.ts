import { readFileSync } from 'node:fs'
import { runInNewContext } from 'node:vm'

const { siteOf, manifestFor } = jest.requireActual<{
  siteOf(env: Record<string, unknown>): { host: string; officeJs: string; officeAddress: string }
  manifestFor(host: string, manifest: string): string
}>('../../scripts/build/site.cjs')
const { contentSecurityPolicy } = jest.requireActual<{ contentSecurityPolicy(options: { officeJs: string }): string }>('../../scripts/build/content-security-policy.cjs')

describe('the options of a build', () => {
  it('are the computer of the developer and the CDN of Microsoft, unless told otherwise', () => {
    expect(siteOf({})).toEqual({ host: 'https://localhost:3000', officeJs: 'cdn', officeAddress: 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js' })
  })

  it.each([
    ['https://forms.example.org', 'https://forms.example.org'],
    ['https://forms.example.org/', 'https://forms.example.org'],
    ['https://forms.example.org:8443/muster//', 'https://forms.example.org:8443/muster'],
    ['https://表单.example.org/汇评', 'https://xn--4krz84j.example.org/%E6%B1%87%E8%AF%84'],
  ])('take the host %s', (given, host) => expect(siteOf({ host: given }).host).toBe(host))

  it.each(['forms.example.org', 'http://forms.example.org', 'https://forms.example.org/?a=1', 'https://forms.example.org/#a', 'https://user@forms.example.org', '', true])('refuse the host %s', (host) => {
    expect(() => siteOf({ host })).toThrow('--env host')
  })

  it('refuse an office.js from elsewhere', () => expect(() => siteOf({ officejs: 'mirror' })).toThrow('--env officejs'))
})

describe('the manifest for a host', () => {
  it('names it wherever it named the computer of the developer', () => {
    const manifest = manifestFor('https://forms.example.org', readFileSync('manifest.xml', 'utf8'))
    expect(manifest).not.toContain('localhost')
    expect(manifest).toContain('<SourceLocation DefaultValue="https://forms.example.org/taskpane.html"/>')
  })

  it('stays well-formed', () => expect(manifestFor('https://forms.example.org/a&b', '"https://localhost:3000/x"')).toBe('"https://forms.example.org/a&amp;b/x"'))
})

describe('the policy of the pages', () => {
  const directives = (officeJs: string): Record<string, string> => Object.fromEntries(contentSecurityPolicy({ officeJs }).split('; ').map((part) => [part.split(' ')[0], part.split(' ').slice(1).join(' ')]))

  it('allows one foreign origin, for scripts and for the page in which office.js asks about trust', () => {
    const cdn = directives('cdn')
    expect(Object.entries(cdn).filter(([, sources]) => sources.includes('http'))).toEqual([
      ['script-src', "'self' https://appsforoffice.microsoft.com"],
      ['frame-src', 'https://appsforoffice.microsoft.com'],
    ])
    expect(directives('local')).toEqual({ ...cdn, 'script-src': "'self'", 'frame-src': "'self'" })
  })

  it.each(['cdn', 'local', 'none'])('sends nothing anywhere else (%s)', (officeJs) => {
    expect(directives(officeJs)).toMatchObject({ 'default-src': "'none'", 'connect-src': "'self'", 'form-action': "'none'", 'base-uri': "'none'" })
  })
})

describe('the look at the browser', () => {
  const source = readFileSync('src/pages/browser-check.js', 'utf8')
  const classOf = (globals: object) => {
    const document = { documentElement: { className: 'host' } }
    runInNewContext(source, { document, ...globals })
    return document.documentElement.className
  }

  it('lets a browser of today pass', () => expect(classOf({})).toBe('host'))
  it.each([
    ['Internet Explorer', { Promise: undefined }],
    ['one without what the program uses of arrays', { Array: { prototype: {} } }],
    ['one without what it uses of objects', { Object: {} }],
  ])('tells %s', (_, missing) => expect(classOf(missing)).toBe('host too-old'))
  it('is itself written for Internet Explorer', () => expect(source).not.toMatch(/=>|\b(const|let|class|async)\b|`|\?\.|\?\?/))
})

/**
 * What Microsoft's validator would say, without asking it. The order of elements and the limits
 * are those of the schemas in [MS-OWEMXML] (task pane app 1.1, its version overrides 1.0).
 */
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { JSDOM } from 'jsdom'
import { BUTTONS } from '../../src/commands/buttons'
import { version } from '../../package.json'

const source = readFileSync('manifest.xml', 'utf8')
const manifest: Document = new (new JSDOM().window.DOMParser)().parseFromString(source, 'application/xml')
const root = manifest.documentElement
const ICON_SIZES = [16, 20, 24, 32, 40, 48, 64, 80]

const all = (name: string): Element[] => [...manifest.getElementsByTagName(name)]
const one = (name: string): Element => {
  const found = all(name)
  if (found.length !== 1) throw new Error(`${found.length} of <${name}>`)
  return found[0] as Element
}
const children = (element: Element, name: string): Element[] => [...element.children].filter((child) => child.tagName === name)

/** Elements that may stand in another, in the order they have to; `!` marks those that must be there. */
const ORDER: Readonly<Record<string, string>> = {
  OfficeApp: 'Id! AlternateId Version! ProviderName! DefaultLocale! DisplayName! Description! IconUrl! HighResolutionIconUrl! SupportUrl! AppDomains Hosts! Requirements! DefaultSettings! Permissions! Dictionary VersionOverrides! ExtendedOverrides',
  DisplayName: 'Override',
  DefaultSettings: 'SourceLocation!',
  Sets: 'Set!',
  Requirements: 'Sets Methods',
  VersionOverrides: 'Description Requirements Hosts! Resources! WebApplicationInfo EquivalentAddins',
  DesktopFormFactor: 'GetStarted FunctionFile! ExtensionPoint!',
  GetStarted: 'Title! Description! LearnMoreUrl!',
  OfficeTab: 'Group!',
  Group: 'Label! Icon! Control!',
  Control: 'Label! Supertip! Icon! Action!',
  Supertip: 'Title! Description!',
  Action: 'TaskpaneId SourceLocation FunctionName Title',
  Resources: 'bt:Images! bt:Urls! bt:ShortStrings! bt:LongStrings!',
  'bt:String': 'bt:Override',
}

describe('the manifest as a document', () => {
  it('is well-formed, of the type and in the name spaces that Excel expects', () => {
    expect(all('parsererror')).toEqual([])
    expect([root.tagName, root.getAttribute('xsi:type'), root.namespaceURI]).toEqual(['OfficeApp', 'TaskPaneApp', 'http://schemas.microsoft.com/office/appforoffice/1.1'])
    const overrides = one('VersionOverrides')
    expect([overrides.getAttribute('xsi:type'), overrides.namespaceURI]).toEqual(['VersionOverridesV1_0', 'http://schemas.microsoft.com/office/taskpaneappversionoverrides'])
    expect(one('bt:Images').namespaceURI).toBe('http://schemas.microsoft.com/office/officeappbasictypes/1.0')
  })

  it.each(Object.entries(ORDER))('has the children of <%s> in their order', (parent, order) => {
    const expected = order.split(' ')
    const names = expected.map((name) => name.replace('!', ''))
    const required = expected.filter((name) => name.endsWith('!')).map((name) => name.slice(0, -1))
    expect(all(parent).length).toBeGreaterThan(0)
    for (const element of all(parent)) {
      const found = [...element.children].map(({ tagName }) => tagName)
      expect(names).toEqual(expect.arrayContaining(found))
      expect(found).toEqual(found.toSorted((a, b) => names.indexOf(a) - names.indexOf(b)))
      expect(found).toEqual(expect.arrayContaining(required))
    }
  })

  it('is read by the tool that Office developers use', () => {
    // By the command, as a developer would: the package reads nothing from Microsoft for `info`.
    const told = execFileSync(process.execPath, ['node_modules/office-addin-manifest/cli.js', 'info', 'manifest.xml'], { encoding: 'utf8' })
    expect(told).toContain('Default Locale: zh-CN')
    expect(told).toContain('Permissions: ReadWriteDocument')
  })
})

describe('what the manifest promises', () => {
  it('has an id of its own, and the version of the package', () => {
    expect(one('Id').textContent).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    expect(one('Version').textContent).toBe(`${version}.0`)
  })

  it('asks for what it needs and no more: once, where the buttons do not depend on it', () => {
    expect(one('Permissions').textContent).toBe('ReadWriteDocument')
    expect(children(root, 'Requirements')).toHaveLength(1)
    expect(all('Requirements')).toHaveLength(1)
    expect(all('Set').map((set) => [set.getAttribute('Name'), one('Sets').getAttribute('DefaultMinVersion')])).toEqual([['ExcelApi', '1.7']])
    expect(all('AppDomain')).toEqual([])
    expect(all('Host').map((host) => host.getAttribute('Name') ?? host.getAttribute('xsi:type'))).toEqual(['Workbook', 'Workbook'])
  })

  it('speaks Chinese, and English to those who have it so: every text, by full tags', () => {
    expect(one('DefaultLocale').textContent).toBe('zh-CN')
    const texts = [...all('bt:String'), ...children(root, 'DisplayName'), ...children(root, 'Description')]
    const han = /\p{Script=Han}/u
    for (const text of texts) {
      const overrides = [...text.children].map((override) => [override.getAttribute('Locale'), override.getAttribute('Value')])
      expect(overrides).toEqual([['en-US', expect.stringMatching(/\w/)]])
      expect(text.getAttribute('DefaultValue')).toMatch(han)
      expect(overrides[0]?.[1]).not.toMatch(han)
    }
  })

  it('keeps to the lengths that Office cuts at', () => {
    const lengths = (of: Element) => [of, ...of.children].map((text) => (text.getAttribute('DefaultValue') ?? text.getAttribute('Value') ?? '').length)
    const short = [...children(one('bt:ShortStrings'), 'bt:String'), ...children(root, 'DisplayName')].flatMap(lengths)
    const long = [...children(one('bt:LongStrings'), 'bt:String'), ...children(root, 'Description')].flatMap(lengths)
    expect(Math.max(...short)).toBeLessThanOrEqual(125)
    expect(Math.max(...long)).toBeLessThanOrEqual(250)
    expect(Math.min(...short, ...long)).toBeGreaterThan(0)
    expect((one('ProviderName').textContent ?? '').length).toBeLessThanOrEqual(125)
  })
})

describe('resources', () => {
  const resources = new Map([...one('Resources').querySelectorAll('[id]')].map((element) => [element.getAttribute('id') as string, element]))
  const used = [...one('VersionOverrides').querySelectorAll('[resid]')]

  it('are all found under ids that are not too long, once each, and none is left over', () => {
    const ids = [...one('Resources').querySelectorAll('[id]')].map((element) => element.getAttribute('id') as string)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.filter((id) => id.length > 32)).toEqual([])
    expect([...new Set(used.map((element) => element.getAttribute('resid')))].sort()).toEqual(ids.toSorted())
  })

  it('are of the kind that the place asks for', () => {
    const kinds: Readonly<Record<string, string>> = { 'bt:Image': 'bt:Images', Label: 'bt:ShortStrings', Title: 'bt:ShortStrings', Description: 'bt:LongStrings', SourceLocation: 'bt:Urls', FunctionFile: 'bt:Urls', LearnMoreUrl: 'bt:Urls' }
    for (const element of used) expect([element.tagName, resources.get(element.getAttribute('resid') as string)?.parentElement?.tagName]).toEqual([element.tagName, kinds[element.tagName]])
  })

  it('lie on one host, reached by https', () => {
    const addresses = [...source.matchAll(/(?:DefaultValue|Value)="(\w+:\/\/[^"]*)"/g)].map((match) => new URL(match[1] as string))
    expect(addresses.length).toBeGreaterThan(30)
    expect(new Set(addresses.map(({ origin }) => origin))).toEqual(new Set(['https://localhost:3000']))
  })
})

describe('icons', () => {
  const fileOf = (address: string) => new URL(address).pathname.slice(1)
  /** Width and height from the header of a PNG, after its signature. */
  const sizeOf = (file: string): number[] => {
    const bytes = readFileSync(file)
    expect(bytes.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n')
    return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)]
  }

  it.each(all('Icon').map((icon) => [icon.parentElement?.getAttribute('id'), icon]))('of %s come in every size, each as large as it says', (_, icon) => {
    const images = children(icon as Element, 'bt:Image')
    expect(images.map((image) => Number(image.getAttribute('size')))).toEqual(ICON_SIZES)
    for (const image of images) {
      const address = [...one('bt:Images').children].find((entry) => entry.getAttribute('id') === image.getAttribute('resid'))?.getAttribute('DefaultValue')
      const size = Number(image.getAttribute('size'))
      expect(sizeOf(fileOf(address as string))).toEqual([size, size])
    }
  })

  it.each([['IconUrl', 32], ['HighResolutionIconUrl', 64]])('of the add-in itself (%s) have %i pixels', (name, size) => {
    expect(sizeOf(fileOf(one(name as string).getAttribute('DefaultValue') as string))).toEqual([size, size])
  })

  it('were drawn from a source beside them', () => {
    for (const name of ['muster', 'check', 'next']) for (const kind of ['', '-small']) expect(existsSync(`assets/icons/source/${name}${kind}.svg`)).toBe(true)
  })
})

describe('buttons', () => {
  const actions = all('Action')

  it('have ids of their own and a tip that begins like their label', () => {
    const ids = [...all('Control'), ...all('Group')].map((element) => element.getAttribute('id') as string)
    expect(new Set(ids).size).toBe(ids.length)
    for (const control of all('Control')) expect(children(control, 'Label')[0]?.getAttribute('resid')).toBe(control.getElementsByTagName('Title')[0]?.getAttribute('resid'))
  })

  it('open the pane, or call a function that the commands page has', () => {
    expect(actions.map((action) => action.getAttribute('xsi:type'))).toEqual(['ShowTaskpane', 'ExecuteFunction', 'ExecuteFunction'])
    const called = actions.flatMap((action) => children(action, 'FunctionName').map(({ textContent }) => textContent))
    expect(called).toEqual(Object.keys(BUTTONS))
  })

  it('open the page that opens without a ribbon too', () => {
    const pane = [...one('bt:Urls').children].find((url) => url.getAttribute('id') === 'url.pane')
    expect(pane?.getAttribute('DefaultValue')).toBe(one('DefaultSettings').children[0]?.getAttribute('DefaultValue'))
  })
})

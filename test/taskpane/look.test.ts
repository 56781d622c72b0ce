import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const css = readFileSync(join(__dirname, '../../src/taskpane/pane.css'), 'utf8')

/** Colours by name, of the block that a selector opens. */
function colours(selector: string): Record<string, string> {
  const block = css.slice(css.indexOf(`${selector} {`)).split('}')[0] ?? ''
  return Object.fromEntries([...block.matchAll(/--([a-z-]+): (#[0-9a-f]{6})/g)].map(([, name, value]) => [name as string, value as string]))
}

/** WCAG 2.2 relative luminance and contrast. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = parseInt(hex.slice(at, at + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

const contrast = (a: string, b: string): number => {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (light + 0.05) / (dark + 0.05)
}

describe.each([
  ['light', colours(':root')],
  ['dark', colours(":root[data-look='dark']")],
])('%s', (_, of) => {
  it.each([
    ['text', 'ground'],
    ['text', 'raised'],
    ['text', 'error-ground'],
    ['text', 'warning-ground'],
    ['text', 'query-ground'],
    ['text', 'accent-ground'],
    ['soft', 'ground'],
    ['soft', 'raised'],
    ['accent', 'ground'],
    ['ground', 'accent'],
    ['error', 'ground'],
    ['error', 'error-ground'],
    ['warning', 'ground'],
    ['warning', 'warning-ground'],
    ['query', 'query-ground'],
  ])('%s can be read on %s (4.5 : 1)', (text, ground) => {
    expect(contrast(of[text] as string, of[ground] as string)).toBeGreaterThanOrEqual(4.5)
  })

  it.each(['accent', 'error', 'warning'])('a bar in %s stands out from its track (3 : 1)', (bar) => {
    expect(contrast(of[bar] as string, of['track'] as string)).toBeGreaterThanOrEqual(3)
  })
})

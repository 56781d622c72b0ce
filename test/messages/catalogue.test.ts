import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { area, catalogueOf, inPlace, sayFrom } from '../../src/messages/catalogue'
import { messages } from '../../src/messages/messages'

const languages = ['zh', 'en'] as const
const keys = Object.keys(messages.zh)

/** Placeholder names of a message, without their plural forms. */
function placeholders(text: string): string[] {
  return [...new Set([...text.matchAll(/\{(\w+)(?:\|[^}]*)?\}/g)].map((match) => match[1] as string))].sort()
}

describe('the catalogue', () => {
  it('has the same keys in both languages', () => expect(Object.keys(messages.en).sort()).toEqual([...keys].sort()))

  it('has the same placeholders in both languages', () => {
    const different = keys.filter((key) => placeholders(messages.zh[key]!).join() !== placeholders(messages.en[key]!).join())
    expect(different).toEqual([])
  })

  it('leaves no message blank', () => {
    expect(languages.flatMap((language) => keys.filter((key) => !messages[language][key]!.trim()))).toEqual([])
  })

  it('has words for a place only where there are others, with the same placeholders', () => {
    const places = keys.filter((key) => key.includes('@'))
    expect(places.length).toBeGreaterThan(10)
    expect(places.filter((key) => !keys.includes(key.replace(/@.*/, '')) || placeholders(messages.zh[key]!).join() !== placeholders(messages.zh[key.replace(/@.*/, '')]!).join())).toEqual([])
  })

  it('has no Chinese in English messages', () => {
    // Commands and headings may quote the other language on purpose: they stand in quotation marks.
    const quoted = (text: string) => text.replace(/["“][^"”]*["”]/g, '')
    expect(keys.filter((key) => /\p{Script=Han}/u.test(quoted(messages.en[key]!)))).toEqual([])
  })

  it('has an entry for every key that the source asks for', () => {
    const asked = sources('src').flatMap((path) => [...readFileSync(path, 'utf8').matchAll(/\bsay\('([^'$]+)'/g)].map((match) => match[1] as string))
    expect(asked.length).toBeGreaterThan(20)
    expect([...new Set(asked)].filter((key) => !(key in messages.zh))).toEqual([])
  })
})

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return sources(path)
    return /\.tsx?$/.test(entry.name) ? [path] : []
  })
}

describe('a message', () => {
  const say = sayFrom(area({ zh: { 'a/b': '{n} 行，{name}' }, en: { 'a/b': '{n} {n|row|rows}, {name}' } }), 'en')

  it.each([
    [0, '0 rows, A'],
    [1, '1 row, A'],
    [2, '2 rows, A'],
  ])('counts %i', (n, text) => expect(say('a/b', { n, name: 'A' })).toBe(text))

  it('shows a placeholder nobody filled rather than hiding it', () => expect(say('a/b', { n: 1 })).toBe('1 row, {name}'))

  it('is an error of the program when it does not exist', () => expect(() => say('a/c')).toThrow('no message for a/c'))

  it('is worded otherwise in a place that has its own words for it', () => {
    const texts = area({ zh: { 'a/b': '甲', 'a/b@grid': '乙', 'a/c': '丙' }, en: { 'a/b': 'a', 'a/b@grid': 'b', 'a/c': 'c' } })
    const here = sayFrom(inPlace(texts, 'grid'), 'en')
    expect([here('a/b'), here('a/c')]).toEqual(['b', 'c'])
    expect(sayFrom(inPlace(texts, 'elsewhere'), 'zh')('a/b')).toBe('甲')
  })

  it('belongs to one area', () => {
    const one = area({ zh: { k: '甲' }, en: { k: 'a' } })
    expect(() => catalogueOf([one, one])).toThrow('two areas')
  })
})

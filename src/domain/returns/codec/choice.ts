/** An item of a list: by its text in either language or by its id. A near miss is refused with a suggestion, never guessed. */
import type { Language, Text } from '../../text'
import { closest } from '../closest'
import { fold } from '../normalise'
import { read, unreadable, type Codec } from './decoded'

/** So many items are named in a message; more would hide it. */
const NAMED = 8

/** `items`: the list's items by id. Values are ids. */
export function choiceCodec(items: Readonly<Record<string, Text>>, language: Language): Codec<string> {
  const byText = new Map<string, string>()
  const entries = Object.entries(items)
  // Texts win over ids, and this language over the other, where one item's word is another's.
  for (const [id] of entries) byText.set(fold(id), id)
  for (const [id, text] of entries) byText.set(fold(text[language === 'zh' ? 'en' : 'zh']), id)
  for (const [id, text] of entries) byText.set(fold(text[language]), id)
  const offered = entries.map(([, text]) => text[language])
  const expected = offered.slice(0, NAMED).join(language === 'zh' ? '、' : ', ') + (offered.length > NAMED ? ' …' : '')
  return {
    encode: (id) => items[id]?.[language] ?? id,
    decode: ({ value }) => {
      const text = fold(String(value))
      const id = byText.get(text)
      if (id !== undefined) return read(id)
      const near = closest(text, byText.keys())
      const meant = near === undefined ? undefined : items[byText.get(near) as string]
      return meant ? unreadable('cell/near-list', meant[language]) : unreadable('cell/not-in-list', expected)
    },
  }
}

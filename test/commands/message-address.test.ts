import fc from 'fast-check'
import { messageFragment, messageIn } from '../../src/commands/message-address'
import type { Message } from '../../src/app/ribbon-buttons'

const text = fc.string({ unit: 'grapheme', maxLength: 40 })
const message: fc.Arbitrary<Message> = fc.record({
  language: fc.constantFrom('zh' as const, 'en' as const),
  lines: fc.array(fc.record({ what: text, fix: text }), { minLength: 1, maxLength: 3 }),
})

describe('a message in an address', () => {
  it('comes back as it was, whatever it says and whatever the host adds around it', () => {
    fc.assert(
      fc.property(message, fc.constantFrom('#', '#&_xdm_Info=abc'), fc.constantFrom('', '&_host=1'), (given, before, after) => {
        fc.pre(messageFragment(given).length <= 1800)
        expect(messageIn(before + messageFragment(given) + after)).toEqual(given)
      }),
    )
  })

  it('needs no escaping in an address', () => {
    fc.assert(fc.property(message, (given) => expect(messageFragment(given)).toMatch(/^&m=[\w=-]+$/)))
  })

  it('drops what is too long from the end, never the first line', () => {
    const line = { what: '说'.repeat(150), fix: '' }
    const given: Message = { language: 'zh', lines: [{ what: '先说这句', fix: '' }, line, line, line, line] }
    const fragment = messageFragment(given)
    expect(fragment.length).toBeLessThanOrEqual(1800)
    expect(messageIn(fragment)?.lines.length).toBeGreaterThan(1)
    expect(messageIn(fragment)?.lines[0]).toEqual(given.lines[0])
  })

  it.each(['', '#', '#&m=', '#&m=!!', '#&m=AAAA', '#&m=WzFd', `#&m=${btoa('["zh"]')}`, `#&m=${btoa('["fr",["a","b"]]')}`, `#&m=${btoa('["zh",[1,2]]')}`])('is not made of %s', (fragment) => {
    expect(messageIn(fragment)).toBeUndefined()
  })
})

import { HostTrouble } from '../../src/app/open-workbook'
import { BUTTONS, pressed } from '../../src/commands/buttons'
import { sayFrom } from '../../src/messages/catalogue'
import { messages } from '../../src/messages/messages'
import { OpenInMemory } from '../support/open-in-memory'
import { studyBook } from '../support/study-campaign'

function desk() {
  return {
    workbook: new OpenInMemory(studyBook()),
    clock: { today: () => '2005-03-04', now: () => '2005-03-04T09:30:00' },
    carried: async () => ({ state: 'none' }) as const,
    words: async () => (language: 'zh' | 'en') => sayFrom(messages, language),
  }
}

describe.each(Object.keys(BUTTONS) as (keyof typeof BUTTONS)[])('the button %s', (name) => {
  it('says what keeps it from working, in the language of the workbook', async () => {
    const message = await pressed(name, desk(), 'en')
    expect(message).toEqual({ language: 'zh', lines: [{ what: messages.zh['check/not-a-return'], fix: messages.zh['check/not-a-return.fix'] }] })
  })

  it('says trouble with the host in the language of the host, since the workbook could not be read', async () => {
    const tools = desk()
    tools.workbook.trouble = new HostTrouble('host/editing')
    expect(await pressed(name, tools, 'en')).toEqual({ language: 'en', lines: [{ what: messages.en['host/editing'], fix: messages.en['host/editing.fix'] }] })
  })

  it('says a fault of the program too, instead of doing nothing', async () => {
    const message = await pressed(name, { ...desk(), carried: () => Promise.reject(new Error('boom')) }, 'en')
    expect(message?.lines[0]?.what).toContain('boom')
  })
})

import { onRibbonButton, showSmallWindow } from '../../../src/hosts/excel/ribbon'

type Run = (event: { completed(): void }) => Promise<void>
type Done = (opened: { status: string; error?: { message: string }; value?: unknown }) => void

/** As much of Office as the ribbon needs. */
function office(display: (address: string, options: object, done: Done) => void = () => undefined) {
  const buttons = new Map<string, Run>()
  Object.assign(globalThis, {
    Office: {
      AsyncResultStatus: { Succeeded: 'succeeded' },
      EventType: { DialogEventReceived: 'closed' },
      actions: { associate: (name: string, run: Run) => void buttons.set(name, run) },
      context: { ui: { displayDialogAsync: display } },
    },
  })
  return buttons
}

afterEach(() => {
  delete (globalThis as { Office?: unknown }).Office
  jest.useRealTimers()
})

describe('a button', () => {
  it('tells Excel when it is done, and not before', async () => {
    const buttons = office()
    const completed = jest.fn()
    let finish = () => {}
    onRibbonButton('check', () => new Promise((resolve) => (finish = resolve)))
    const pressing = buttons.get('check')?.({ completed })
    expect(completed).not.toHaveBeenCalled()
    finish()
    await pressing
    expect(completed).toHaveBeenCalledTimes(1)
  })

  it('tells Excel so when it failed too, and does not hide the failure', async () => {
    const buttons = office()
    const completed = jest.fn()
    onRibbonButton('check', () => Promise.reject(new Error('boom')))
    await expect(buttons.get('check')?.({ completed })).rejects.toThrow('boom')
    expect(completed).toHaveBeenCalledTimes(1)
  })
})

describe('a small window', () => {
  const opened = () => {
    const state = { address: '', closed: 0, person: () => {} }
    office((address, _, done) => {
      state.address = address
      done({ status: 'succeeded', value: { close: () => state.closed++, addEventHandler: (_event: string, handler: () => void) => (state.person = handler) } })
    })
    return state
  }

  it('stays until the person closes it', async () => {
    const window = opened()
    const showing = showSmallWindow('https://forms.example.org/message.html')
    window.person()
    await showing
    expect([window.address, window.closed]).toEqual(['https://forms.example.org/message.html', 0])
  })

  it('is closed before Excel ends the command, if nobody does', async () => {
    jest.useFakeTimers()
    const window = opened()
    const showing = showSmallWindow('https://forms.example.org/message.html')
    jest.advanceTimersByTime(5 * 60_000)
    await showing
    expect(window.closed).toBe(1)
  })

  it('that does not open is a failure', async () => {
    office((_address, _options, done) => done({ status: 'failed', error: { message: 'blocked' } }))
    await expect(showSmallWindow('https://forms.example.org/message.html')).rejects.toThrow('blocked')
  })
})

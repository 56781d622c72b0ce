/** @jest-environment ./test/support/browser-environment.cjs */
import { lastInput } from '../../src/workbench/shell/last-input'

it('tells a key from a click, also where the page stops the event', () => {
  document.body.innerHTML = '<button>位置</button>'
  const button = document.querySelector('button')!
  for (const type of ['keydown', 'pointerdown']) button.addEventListener(type, (event) => event.stopPropagation())
  const last = lastInput(window)
  const use = (type: string) => (button.dispatchEvent(new Event(type, { bubbles: true })), last.isKey)
  expect([last.isKey, use('keydown'), use('click'), use('pointerdown'), use('click')]).toEqual([false, true, true, false, false])
})

/** The small window of the ribbon: shows the message in its address. Text only: nothing in it is ever markup. */
import { sayFrom } from '../messages/catalogue'
import { pages } from '../messages/pages'
import { messageIn } from './message-address'

const message = messageIn(location.hash)
if (message) {
  const say = sayFrom(pages, message.language)
  document.documentElement.lang = message.language === 'zh' ? 'zh-CN' : 'en-US'
  document.title = say('page/message')
  const paragraph = (text: string, name: string) => Object.assign(document.createElement('p'), { textContent: text, className: name })
  const shown = message.lines.flatMap(({ what, fix }) => [paragraph(what, 'what'), ...(fix === '' ? [] : [paragraph(fix, 'fix')])])
  document.querySelector('main')?.replaceChildren(...shown, paragraph(say('page/message-close'), 'soft'))
}

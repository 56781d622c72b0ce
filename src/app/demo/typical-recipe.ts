/** What to enter in a field that nothing more is known about than its definition. */
import type { Recipe } from './tuning'
import type { Definition, PlainField } from '../../domain/campaign/schema'

const PHRASES = {
  zh: ['按方案完成', '已组织开展', '情况正常', '已落实到人', '按时间要求推进'],
  en: ['done as planned', 'carried out', 'nothing unusual', 'somebody is in charge of it', 'on schedule'],
}

export function typicalRecipe(field: PlainField, definition: Definition): Recipe {
  switch (field.type) {
    case 'text':
      return /name|姓名/i.test(field.title.en + field.title.zh) ? { person: true } : { text: PHRASES }
    case 'code':
      return { digits: '1##########' }
    case 'yesNo':
      return { sometimes: 0.9, use: true }
    case 'choice':
      return { one: Object.keys(definition.lists[field.list]?.items ?? {}) }
    case 'reference':
      return { member: {} }
    case 'date':
      return { day: true }
    case 'percent':
      return 1
    case 'total':
      return null
    case 'number':
    case 'integer': {
      const low = typeof field.min === 'number' ? field.min : 0
      const high = typeof field.max === 'number' ? field.max : low + 20
      return { number: [low, Math.max(low, Math.min(high, low + 20))] }
    }
  }
}

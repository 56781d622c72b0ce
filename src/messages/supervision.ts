/** What supervision groups say of units: which unit is meant, and what the office's sheets call it. */
import { area } from './catalogue'

export const supervision = area({
  zh: {
    'supervision/unknown-unit': '名册中没有“{unit}”，这一行的评估无法计入任何单位。',
    'supervision/unknown-unit.fix': '请核对单位编号和名称；办公室名册漏登的，补登后重新汇总。',
    'supervision/ambiguous-unit': '名册中叫“{unit}”的单位不止一个，无法确定是哪一个，这一行的评估没有计入。',
    'supervision/ambiguous-unit.fix': '请在单位编号一列填写编号，或改用办公室下发的工作簿。',
    'supervision/contradicting': '单位编号和单位名称“{unit}”是两个不同的单位，无法确定是哪一个，这一行的评估没有计入。',
    'supervision/contradicting.fix': '请核对这一行的编号和名称，改正其中有误的一个。',
    'supervision/unit-twice': '“{unit}”出现在不止一行，无法确定以哪一行为准，都没有计入。',
    'supervision/unit-twice.fix': '请只保留一行。',
  },
  en: {
    'supervision/unknown-unit': 'The registry has no unit "{unit}": what this row says counts for nobody.',
    'supervision/unknown-unit.fix': 'Check the id and the name; if the office forgot the unit, it adds it to the registry and consolidates again.',
    'supervision/ambiguous-unit': 'Several units are called "{unit}": which of them is meant cannot be told, and this row counts for none.',
    'supervision/ambiguous-unit.fix': 'Enter the id of the unit, or use the workbook that the office issued.',
    'supervision/contradicting': 'The id is that of one unit and the name "{unit}" that of another: this row counts for neither.',
    'supervision/contradicting.fix': 'Check id and name, and correct the one that is wrong.',
    'supervision/unit-twice': '"{unit}" stands in more than one row: which of them holds cannot be told, and none counts.',
    'supervision/unit-twice.fix': 'Keep one row of it.',
  },
})

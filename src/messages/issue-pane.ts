/** What the pane says while the units' workbooks are issued. */
import { area } from './catalogue'

export const issuePane = area({
  zh: {
    'office-pane/issue-about': '给每个单位和督导组各做一份工作簿，打成一个压缩包。',
    'office-pane/issue-own': '按本工作簿“单位名册”中的 {units} 个单位。其中没有人员名单：由各单位自行填写，或另选带名单的名册文件。',
    'office-pane/issue-from': '名册：{files}（{units} 个单位，{members} 人）',
    'office-pane/issue-choose': '选择名册文件',
    'office-pane/issue-use-own': '改用本工作簿的名册',
    'office-pane/issue-week': '报送周次',
    'office-pane/issue-week-open': '由单位在封面选择',
    'office-pane/issue-week-n': '第{week}周',
    'office-pane/issue': '生成 {count} 份工作簿',
    'office-pane/issuing': '正在生成 {done}/{total}：{at}',
    'office-pane/issued': '已生成“{name}”，共 {count} 份，请保存后下发。',
    'office-pane/issue-errors': '名册有 {errors} 处错误，改正后才能下发。',
    'office-pane/issue-warnings': '名册有 {count} 处需要留意。',
  },
  en: {
    'office-pane/issue-about': 'One workbook for every unit and supervision group, in one zip.',
    'office-pane/issue-own': 'For the {units} units of this workbook\'s registry. It has no names of members: units fill them in, or choose a registry file that has them.',
    'office-pane/issue-from': 'Registry: {files} ({units} units, {members} members)',
    'office-pane/issue-choose': 'Choose a registry file',
    'office-pane/issue-use-own': 'Use this workbook\'s registry',
    'office-pane/issue-week': 'Week',
    'office-pane/issue-week-open': 'chosen by the unit on the cover',
    'office-pane/issue-week-n': 'Week {week}',
    'office-pane/issue': 'Make {count} {count|workbook|workbooks}',
    'office-pane/issuing': 'Making {done} of {total}: {at}',
    'office-pane/issued': '"{name}" is made, {count} {count|workbook|workbooks}: save it and send them out.',
    'office-pane/issue-errors': 'The registry has {errors} {errors|error|errors}; nothing can be issued until they are put right.',
    'office-pane/issue-warnings': 'The registry has {count} {count|thing|things} to look at.',
  },
})

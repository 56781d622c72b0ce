/** What judging a return finds, apart from what a definition says in its own words. */
import { area } from './catalogue'

export const evaluation = area({
  zh: {
    'row/required': '在这种情况下，“{heading}”必须填写。',
    'row/required.fix': '请补填“{heading}”；如不属于这种情况，请更正同一行的有关栏目。',
    'row/undetermined': '约束“{constraint}”在这一行算不出结果。',
    'row/undetermined.fix': '请先核对这一行的数字和日期；仍有此提示时，请告知活动办公室，由其更正方案。',
    'requirement/at-least': '{title}：已完成 {value}，要求不少于 {target}，还差 {gap}（期限 {due}）。',
    'requirement/at-least.fix': '请补足 {gap}；确已完成的，请检查是否漏填。',
    'requirement/at-most': '{title}：现为 {value}，要求不超过 {target}，超出 {gap}（截止 {due}）。',
    'requirement/at-most.fix': '请核对所填内容；情况属实的，请按要求整改并说明情况。',
    'requirement/exactly': '{title}：现为 {value}，要求等于 {target}，相差 {gap}（截止 {due}）。',
    'requirement/exactly.fix': '请逐项核对，使其等于 {target}；要求本身有误的，请告知活动办公室。',
    'requirement/undetermined': '“{title}”算不出结果，本次不计分。',
    'requirement/undetermined.fix': '请先核对有关栏目的数字和日期；仍有此提示时，请告知活动办公室，由其更正方案。',
  },
  en: {
    'row/required': '“{heading}” has to be filled in in this case.',
    'row/required.fix': 'Fill in “{heading}”, or correct the other cells of the row if this is not the case.',
    'row/undetermined': 'The check “{constraint}” has no result for this row.',
    'row/undetermined.fix': 'Check the numbers and dates of the row; if this stays, tell the campaign office: its definition has to be corrected.',
    'requirement/at-least': '{title}: {value}; at least {target} due by {due}; {gap} short.',
    'requirement/at-least.fix': 'Make up the missing {gap}; if it has been done, check whether something was not entered.',
    'requirement/at-most': '{title}: {value}; at most {target} are allowed (as of {due}); {gap} too many.',
    'requirement/at-most.fix': 'Check the entries; if they are right, put the matter right and explain.',
    'requirement/exactly': '{title}: {value}; it should be {target} by {due}; {gap} off.',
    'requirement/exactly.fix': 'Go through the entries until it is {target}; if that number is wrong, tell the campaign office.',
    'requirement/undetermined': '“{title}” has no result and is not scored this time.',
    'requirement/undetermined.fix': 'Check the numbers and dates it is made of; if this stays, tell the campaign office: its definition has to be corrected.',
  },
})

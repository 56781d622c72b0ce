/**
 * Defined names behind the drop-downs. Form ids have no underscore, so none of these can
 * meet the name of a form's area (`muster_<form>`).
 */
export const YES_NO = 'muster_yes_no'
export const WEEK_NUMBERS = 'muster_week_numbers'
export const WEEK_DATES = 'muster_week_dates'
export const listName = (list: string): string => `muster_list_${list}`
/** The filled labels of a roster. */
export const pickName = (form: string): string => `muster_pick_${form}`

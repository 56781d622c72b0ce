/** Days from the epoch of the 1900 system to that of the 1904 system (ECMA-376 part 1, 18.17.4.1). */
export const DAYS_TO_1904 = 1462

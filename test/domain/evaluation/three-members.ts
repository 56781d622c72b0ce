/** A return of the small campaign: Ann did everything, Bob half of it, Cy is frail; one lecture, announced the day before. */
export const THREE_MEMBERS = {
  office: `
    | plan       | funds | why |
    | 2005-02-22 |       |     |`,
  members: `
    | name | category | phone | leader | notes |
    | Ann  | normal   |       | yes    | 1000  |
    | Bob  | normal   |       |        | 250   |
    | Cy   | frail    |       |        |       |`,
  attendance: `
    | of  | days[1].hours | days[1].mark | days[2].hours | days[2].mark | days[3].hours | days[3].mark | total |
    | Ann | 8             | theory       | 8             | theory       | 8             | theory       |       |
    | Bob | 8             | theory       | 4             | theory       |               |              |       |
    | Cy  |               |              |               |              |               |              |       |`,
  lectures: `
    | on         | topic  | speaker | notice     |
    | 2005-03-01 | theory | Ann     | 2005-02-28 |`,
}
/** Days to judge it on: after every due date, and before the first. */
export const AFTER = '2005-03-10'
export const BEFORE = '2005-02-22'

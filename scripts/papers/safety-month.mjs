/** Templates of the safety month's papers. For the placeholders see docs/papers.md. */
import { body, heading, letter, marked, table, unless, when } from './english-letter.mjs'

const n = { title: 'No.', share: 7, cell: '{n}', center: true }
const BASIS = 'The {source} says: {#clauses}“{quote}” {/clauses}'
const RESERVATION = when('reservation', body('Subject to verification: {reservation}.'))

export const PAPERS = {
  'report-to-board.docx': letter({
    body: [
      body('In week {week} ({week from} to {week to}) {site} scored {score} and came last of the {ranked} sites ranked in {region}.'),
      RESERVATION,
      body(BASIS),
      body('{asks} Please send the explanation to the {leadership}, with a copy to this office, by **{due date}**. It should cover:'),
      marked('1.', 'why the site is last, and on which indicators it lost most;'),
      marked('2.', 'what will change, by when, and who is answerable for it;'),
      marked('3.', 'what help the site needs from the group.'),
      body('If you believe that the figures are wrong, tell us before that date and we will look at them again with you.'),
    ],
  }),
  'site-visit.docx': letter({
    body: [
      body('{site} has come last in {region} in {weeks last}:'),
      table([{ title: 'Week', share: 12, cell: '{week}', center: true }, { title: 'From', share: 26, cell: '{week from}' }, { title: 'To', share: 26, cell: '{week to}' }, { title: 'Score', share: 16, cell: '{score}', center: true }, { title: 'Sites ranked', share: 20, cell: '{ranked}', center: true }], 'last places'),
      RESERVATION,
      body(BASIS),
      body('{asks} The visit will take place by **{due date}**; we will call to agree the day. Please have ready:'),
      marked('1.', 'the training records, the hazard ledger and the reports of the last four weeks;'),
      marked('2.', 'the explanation sent to the {leadership}, and what has been done since;'),
      marked('3.', 'somebody from each shift who can show us round.'),
    ],
  }),
  'retraining.docx': letter({
    body: [
      body('According to the return of {site} for week {week} (as of {as of}), {employee count} of its people have not completed the training that their job requires. They are listed below with what each still owes.'),
      table([n, { title: 'Name', share: 25, cell: '{name}' }, { title: 'Still owed', share: 68, cell: '{owes}' }], 'each employee'),
      body(BASIS),
      body('Each of them makes up what is missing before going back on the line. Please see that this is done by **{due date}**, enter it in the workbook, and confirm it to us in writing. Until then nobody on the list works on the line.'),
    ],
  }),
  'stop-work.docx': letter({
    body: [
      body('The following hazards at {site} were not put right by their date (as of {as of}):'),
      table([n, { title: 'Hazard', share: 63, cell: '{requirement}' }, { title: 'Was due', share: 30, cell: '{due date}' }], 'items'),
      body(BASIS),
      body('**Work at these hazards stops until they are put right.** It may start again when the site manager has reported in writing that the hazard is put right and we have confirmed it. Please report by {due date}.'),
    ],
  }),
  'written-notice.docx': letter({
    body: [
      body('According to the return of {site} for week {week} (as of {as of}), the following is still open after its due date:'),
      when('items', marked('{n}.', '{line} (due {due date})')),
      body(BASIS),
      body('Please put right what is missing, and answer in writing by **{due date}**: what has been done, and by when the rest will be.'),
    ],
  }),
  'bulletin.docx': letter({
    title: '{campaign}: how we stand after week {week}',
    reference: 'Bulletin no. ____',
    signed: false,
    body: [
      heading('At a glance'),
      body('{received} of {expected} sites sent a return that counts ({share}), with {all employee count} employees in {region count} regions. The mean score is {mean}; the highest is {highest}, the lowest {lowest}.'),
      table([{ title: 'Place', share: 10, cell: '{rank}', center: true }, { title: 'Region', share: 32, cell: '{region}' }, { title: 'Sites', share: 13, cell: '{expected}', center: true }, { title: 'Returns', share: 15, cell: '{received}', center: true }, { title: 'Mean', share: 15, cell: '{mean}', center: true }, { title: 'Change', share: 15, cell: '{movement}', center: true }], 'each region'),
      heading('Setting the example'),
      unless('exemplary', body('No site has a score this time.')),
      when('exemplary', marked('{n}.', '**{site}** ({region}): {score}.')),
      when('improved', marked('+', '{site} ({region}) among those that improved most: {gain} points.')),
      heading('Falling behind'),
      unless('lagging', unless('last place open', body('No site is last in its region.'))),
      when('lagging', marked('{n}.', '{site} ({region}): {score}, last of the {ranked} sites ranked.')),
      when('last place open', marked('–', '{region}: last place is open; {reason}.')),
      when('no valid return', marked('–', '{site} ({region}): no valid return ({reason}).')),
      when('late list', marked('–', 'Sent after the deadline (by the file that counts): {late list}.')),
      heading('What sites are short of after the due date'),
      unless('shortfalls', body('Nothing that was due is short.')),
      when('shortfalls', marked('–', '{requirement}: sites short: {site count}, cases: {case count}.')),
      heading('What was done'),
      unless('totals', body('No totals for this bulletin.')),
      when('totals', marked('–', '{item}: {amount}.')),
      heading('What follows'),
      unless('measures', body('No measure was confirmed in this period.')),
      when('measures', marked('–', '{consequence}: {count}{#names} ({names}){/names}.')),
    ],
  }),
  'reminder.docx': letter({
    body: [
      body('The returns for week {week} ({week from} to {week to}) are closed. From the following sites we have none that counts. Please see that it reaches the {office} by **{due date}**.'),
      when('missing', marked('{n}.', '{site} ({region}): nothing received{#contact}; contact {contact}{/contact}.')),
      when('rejected', marked('{n}.', '{site} ({region}): cannot be counted, {reason}; to be corrected and sent again{#contact}; contact {contact}{/contact}.')),
      body('Please check the workbook before sending it. A site without a return is shown apart in the ranking; not having sent one is not the same as having done badly. If something stands in the way, call us.'),
    ],
  }),
}

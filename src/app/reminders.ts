/** Reminders as files: one for every supervision group that has somebody to remind, to be sent as it is. */
import { FileNames } from './file-name'
import { rollCall } from './pane/office-roll-call'
import { reminders, type ReminderFacts } from './pane/office-reminder'
import type { OpenOffice } from './consolidate/open-office'

export interface ReminderFile {
  /** File name that every system takes, no two alike. */
  readonly name: string
  /** Plain text: the group's units (and the group itself) whose return is missing, was rejected or came late, with whom to call and what to do. */
  readonly text: string
}

/** In the registry's order, in the workbook's language. Units without a group come in a file of their own. Empty: nobody is to be reminded. */
export function reminderFiles(open: OpenOffice, facts: Omit<ReminderFacts, 'inFull'>): ReminderFile[] {
  const names = new FileNames()
  return reminders(open, rollCall(open, facts.week), 'group', { ...facts, inFull: true }).map(({ to, text }) => ({
    name: names.free(open.say('office-pane/reminder-file', { to: to === '' ? open.campaign.definition.terms.unit[open.language] : to, week: facts.week }), '.txt'),
    text,
  }))
}

/** Reminders as files: one for every supervision group that has somebody to remind, to be sent as it is. */
import { FileNames } from './file-name'
import { rollCall } from './roll-call'
import { reminders, type ReminderFacts } from './reminder-text'
import type { OpenOffice } from './consolidate/open-office'
import type { Compression } from '../workbook/compression'
import { writeZip } from '../workbook/xlsx/write/zip'

/** Editors of old take a text for UTF-8 only with this mark. */
const MARK = '\uFEFF'

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

/** A reminder as the bytes of its file: UTF-8 with its mark, lines ended as Windows' editors want them. */
export function reminderBytes({ text }: Pick<ReminderFile, 'text'>): Uint8Array {
  return new TextEncoder().encode(MARK + text.replace(/\r?\n/g, '\r\n'))
}

/** All of them in one zip. */
export function remindersZip(files: readonly ReminderFile[], compression: Compression): Uint8Array {
  return writeZip(files.map((file) => ({ name: file.name, bytes: reminderBytes(file) })), compression)
}

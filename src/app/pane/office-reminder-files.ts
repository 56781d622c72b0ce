/** Reminders as one zip to save: a text file for each supervision group, ready to be sent on. */
import { writeZip } from '../../workbook/xlsx/write/zip'
import type { OpenOffice } from '../consolidate/open-office'
import { fileName } from '../file-name'
import { reminderFiles } from '../reminders'
import type { ReminderFacts } from './office-reminder'
import type { PaneSession } from './pane'

/** Editors of old take a text for UTF-8 only with this mark. */
const MARK = '\uFEFF'

/** How many files the zip holds; 0: nobody is to be reminded, nothing was saved. */
export async function saveReminders({ tools }: PaneSession, office: OpenOffice, facts: Omit<ReminderFacts, 'inFull'>): Promise<number> {
  const files = reminderFiles(office, facts)
  if (files.length === 0) return 0
  const { compression } = await tools.format()
  const encoder = new TextEncoder()
  const entries = files.map(({ name, text }) => ({ name, bytes: encoder.encode(MARK + text.replace(/\r?\n/g, '\r\n')) }))
  tools.saveFile(fileName(office.say('office-pane/remind-zip', { week: facts.week }), '.zip'), writeZip(entries, compression))
  return files.length
}

/** Reminders as one zip to save: a text file for each supervision group, ready to be sent on. */
import type { OpenOffice } from '../../consolidate/open-office'
import { fileName } from '../../file-name'
import { reminderFiles, remindersZip } from '../../reminders'
import type { ReminderFacts } from '../../reminder-text'
import type { PaneSession } from '../pane'

/** How many files the zip holds; 0: nobody is to be reminded, nothing was saved. */
export async function saveReminders({ tools }: PaneSession, office: OpenOffice, facts: Omit<ReminderFacts, 'inFull'>): Promise<number> {
  const files = reminderFiles(office, facts)
  if (files.length === 0) return 0
  const { compression } = await tools.format()
  tools.saveFile(fileName(office.say('office-pane/remind-zip', { week: facts.week }), '.zip'), remindersZip(files, compression))
  return files.length
}

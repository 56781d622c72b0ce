import { droppedFiles, incomingFile } from '../../../src/taskpane/office/picked-files'
import { withFiles } from '../../../src/app/pane/office/incoming'

const file = (name: string) => new File([new Uint8Array([1, 2, 3])], name, { lastModified: new Date(2005, 2, 6, 8, 5, 9).getTime() })

const fileEntry = (path: string) => ({ isFile: true, fullPath: path, file: (give: (file: File) => void) => give(file(path.split('/').at(-1) as string)) })

/** Hands its entries over in batches, as browsers do, and nothing at the end. */
function folderEntry(entries: unknown[], batch: number) {
  return {
    isFile: false,
    createReader: () => {
      let at = 0
      return { readEntries: (give: (some: unknown[]) => void) => (give(entries.slice(at, at + batch)), (at += batch)) }
    },
  }
}

const dropOf = (...entries: unknown[]) => ({ items: entries.map((entry) => ({ webkitGetAsEntry: () => entry })), files: [] }) as unknown as DataTransfer

describe('files that were dropped or chosen', () => {
  it('keep their path, their local time and their bytes', async () => {
    const [one] = await droppedFiles(dropOf(fileEntry('/第2周/党群/U001.xlsx')))
    expect(one).toMatchObject({ name: '第2周/党群/U001.xlsx', modified: '2005-03-06T08:05:09' })
    expect([...((await one?.load()) as Uint8Array)]).toEqual([1, 2, 3])
  })

  it('come out of folders within folders, however many a browser gives at a time', async () => {
    const many = Array.from({ length: 107 }, (_, at) => fileEntry(`/周/U${at}.xlsx`))
    const files = await droppedFiles(dropOf(folderEntry([...many, folderEntry([fileEntry('/周/补报/U1.xlsx')], 100)], 100), fileEntry('/U200.xlsx')))
    expect(files.length).toBe(109)
    expect(files.map(({ name }) => name)).toContain('周/补报/U1.xlsx')
  })

  it('come as plain files where a browser knows no folders', async () => {
    const files = await droppedFiles({ items: [{}], files: [file('U001.xlsx')] } as unknown as DataTransfer)
    expect(files.map(({ name }) => name)).toEqual(['U001.xlsx'])
  })

  it('leave out lock files and what systems leave behind; one that comes again replaces the earlier', () => {
    const names = ['周/~$U001.xlsx', '周/.DS_Store', '周/Thumbs.db', '周/U001.xlsx', '补/U001.xlsx', '周/U001.xlsx']
    const taken = withFiles([], names.map((name) => incomingFile(file('x'), name)))
    expect(taken.map(({ file: { name } }) => name)).toEqual(['周/U001.xlsx', '补/U001.xlsx'])
  })
})

/** @jest-environment ./test/support/browser-environment.cjs */
import { droppedSources } from '../../src/workbench/shell/picked-file'
import { storedSettings } from '../../src/workbench/shell/settings'

describe('what was dropped', () => {
  const dropOf = (...entries: readonly { readonly isDirectory: boolean }[]) =>
    ({ files: entries.map((_, at) => new File(['x'], `${at}.xlsx`)), items: entries.map((entry) => ({ webkitGetAsEntry: () => entry })) }) as unknown as DataTransfer

  it('tells folders from files', () => {
    expect(droppedSources(dropOf({ isDirectory: false }, { isDirectory: true })).map(({ name, isFolder }) => [name, isFolder])).toEqual([['0.xlsx', undefined], ['1.xlsx', true]])
  })

  it('is taken for files where a browser knows no folders', () => {
    expect(droppedSources({ files: [new File(['x'], 'u.xlsx')], items: [{}] } as unknown as DataTransfer)).toMatchObject([{ name: 'u.xlsx' }])
  })
})

describe('settings', () => {
  it('are kept from one visit to the next', () => {
    storedSettings(() => localStorage).set('language', 'en')
    expect(storedSettings(() => localStorage).get('language')).toBe('en')
    expect(storedSettings(() => localStorage).get('pane-width')).toBeNull()
  })

  it('are as never chosen where the browser keeps nothing', () => {
    const refusing = storedSettings(() => {
      throw new DOMException('no', 'SecurityError')
    })
    expect(() => refusing.set('language', 'en')).not.toThrow()
    expect(refusing.get('language')).toBeNull()
  })
})

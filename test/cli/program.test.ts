import { runProgram, type Command } from '../../src/cli/program'
import { languageOf } from '../../src/cli/terminal'
import { messages } from '../../src/messages/messages'
import { sayFrom } from '../../src/messages/catalogue'

/** Runs words against one command that takes a file and two options; gives what was said and the exit code. */
async function run(words: string, run: Command['run'] = () => 0) {
  const out: string[] = []
  const err: string[] = []
  const command: Command = { name: 'check', options: { out: { type: 'string' }, 'in-place': { type: 'boolean' } }, operands: [1, 2], run }
  const code = await runProgram([command], words.split(' ').filter(Boolean), {
    version: '1.2.3',
    environment: { LANG: 'en_US.UTF-8' },
    terminalFor: (language) => ({ language, say: sayFrom(messages, language), out: (line) => out.push(line), err: (line) => err.push(line), status: () => undefined }),
  })
  return { code, out: out.join('\n'), err: err.join('\n') }
}

describe('the command line', () => {
  it.each([
    ['', 0, 'Usage:'],
    ['--help', 0, 'Usage:'],
    ['--lang zh', 0, '用法：'],
    ['--version', 0, '1.2.3'],
    ['check --help', 0, 'muster check'],
    ['help check', 0, 'Usage:'],
  ])('%j says what it is', async (words, code, said) => {
    const result = await run(words)
    expect(result.code).toBe(code)
    expect(result.out).toContain(said)
  })

  it.each([
    ['chek a.xlsx', 'chek'],
    ['check', 'needs a file'],
    ['check a b c', 'no use for "c"'],
    ['check a --nope', '--nope'],
    ['check a --out', '--out'],
    ['check a --in-place=x', '--in-place'],
    ['check a --lang fr', 'zh'],
  ])('%j could not run: exit 2, with the word that is wrong', async (words, said) => {
    const result = await run(words)
    expect(result.code).toBe(2)
    expect(result.err).toContain(said)
    expect(result.err).toContain('--help')
  })

  it('hands operands, options and --json to the command', async () => {
    let call: unknown
    await run('check a.xlsx --out dir --json', ({ operands, options, json }) => {
      call = { operands, out: options['out'], json }
      return 0
    })
    expect(call).toEqual({ operands: ['a.xlsx'], out: 'dir', json: true })
  })

  it('does not hide an error of its own', async () => {
    await expect(run('check a', () => { throw new TypeError('bug') })).rejects.toThrow('bug')
  })

  it('says that it was cancelled', async () => {
    const result = await run('check a', () => { throw new DOMException('', 'AbortError') })
    expect(result).toMatchObject({ code: 2, err: expect.stringContaining('Cancelled') })
  })

  it('has words for every command that there is', () => {
    const named = (prefix: string) => Object.keys(messages.zh).filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length)).sort()
    expect(named('cli/usage ')).toEqual(named('cli/help '))
  })
})

describe('the language of the messages', () => {
  it.each([
    [undefined, {}, 'zh'],
    [undefined, { LANG: 'C.UTF-8' }, 'zh'],
    [undefined, { LANG: 'en_GB.UTF-8' }, 'en'],
    [undefined, { LANG: 'en_GB.UTF-8', LC_ALL: 'zh_CN.UTF-8' }, 'zh'],
    [undefined, { LANG: 'zh_CN', MUSTER_LANG: 'en' }, 'en'],
    ['zh-CN', { MUSTER_LANG: 'en' }, 'zh'],
    ['fr', {}, undefined],
  ])('--lang %s in %j is %s', (option, environment, language) => expect(languageOf(option, environment)).toBe(language))
})

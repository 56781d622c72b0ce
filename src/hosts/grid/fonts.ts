/**
 * Fonts of Office that a machine may lack: what is shown instead, of about the same width, so that columns and rows keep
 * their measure. Nothing is loaded from anywhere.
 */
const INSTEAD: readonly (readonly [name: RegExp, fonts: string])[] = [
  [/^(Calibri|Aptos|Segoe UI)/i, 'Calibri, Carlito, Arial, "Liberation Sans", "Nimbus Sans", "Segoe UI", sans-serif'],
  [/^(Cambria|Times)/i, 'Cambria, Caladea, "Times New Roman", "Liberation Serif", serif'],
  [/^(宋体|新宋体|SimSun|NSimSun)/i, 'SimSun, "Songti SC", "Noto Serif CJK SC", "Source Han Serif SC", serif'],
  [/^(仿宋|FangSong)/i, 'FangSong, STFangsong, "Noto Serif CJK SC", serif'],
  [/^(楷体|KaiTi)/i, 'KaiTi, STKaiti, "Noto Serif CJK SC", serif'],
  [/^(黑体|SimHei|微软雅黑|Microsoft YaHei|等线|DengXian)/i, '"Microsoft YaHei", SimHei, "PingFang SC", "Noto Sans CJK SC", sans-serif'],
]

/** A list of fonts as CSS has it, the wanted one first. */
export function fontsFor(name: string): string {
  const instead = INSTEAD.find(([pattern]) => pattern.test(name))?.[1]
  return instead ?? `${/^[\w-]+$/.test(name) ? name : `"${name.replaceAll('"', '')}"`}, sans-serif`
}

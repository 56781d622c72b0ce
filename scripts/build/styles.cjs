const path = require('node:path')

/**
 * For CopyPlugin: the style sheets of a program in one file. What stands directly in its folder comes first; in every other
 * folder the sheet that has the folder's name. Apart from that no sheet may rely on its place among the others.
 *
 * @param {string} folder of sources, e.g. `src/taskpane`; its sheets may lie anywhere below
 * @param {string} to name of the file
 */
function stylesOf(folder, to) {
  const rank = (file) => {
    const inside = path.relative(folder, file)
    const [name, ...above] = inside.split(path.sep).reverse()
    return [above.length, above.join('/'), name === `${above[0]}.css` ? 0 : 1, inside]
  }
  return {
    from: `${folder}/**/*.css`,
    to,
    transformAll: (assets) =>
      assets
        .map(({ data, sourceFilename }) => ({ data, rank: rank(sourceFilename) }))
        .sort((a, b) => compare(a.rank, b.rank))
        .map(({ data }) => data.toString())
        .join('\n'),
  }
}

function compare(a, b) {
  const at = a.findIndex((one, i) => one !== b[i])
  return at < 0 ? 0 : a[at] < b[at] ? -1 : 1
}

module.exports = { stylesOf }

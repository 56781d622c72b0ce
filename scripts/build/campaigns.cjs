/** The campaigns that ship with the program, as the help page offers them. */

const { existsSync, readdirSync, readFileSync } = require('node:fs')
const { join } = require('node:path')
const { parse } = require('yaml')

/** What an office takes from a template, in the order in which it needs them. */
const FILES = ['campaign.yaml', 'registry.xlsx', 'unit.xlsx', 'group.xlsx', 'office.xlsx']

/**
 * @param {string} folder of the templates
 * @returns {{ id: string, title: { zh: string, en: string }, files: string[], hasDemo: boolean }[]}
 *   files: addresses below the site; hasDemo: it says how sample data of it look
 */
function campaignsIn(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(folder, entry.name, 'campaign.yaml')))
    .map(({ name: id }) => ({
      id,
      title: parse(readFileSync(join(folder, id, 'campaign.yaml'), 'utf8')).title,
      files: FILES.filter((file) => existsSync(join(folder, id, file))).map((file) => `templates/${id}/${file}`),
      hasDemo: existsSync(join(folder, id, 'demo.yaml')),
    }))
}

module.exports = { campaignsIn, FILES }

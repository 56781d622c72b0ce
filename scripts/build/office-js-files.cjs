/**
 * The files of office.js that Excel asks for, for networks that do not reach Microsoft's CDN. Copied as they are;
 * Microsoft supports the CDN alone.
 */

const FILES = [
  'office.js',
  // Windows, Mac, the web and iPad, as office.js picks by host and platform.
  'excel-{win32,winrt,mac,web,ios}-16.*.js',
  'o15apptofilemappingtable.js',
  '*/office_strings.js',
  'telemetry/*.js',
  'es6-promise.js',
]

/** @param {string} folder of the package's `dist` */
function officeJsFiles(folder) {
  return FILES.map((glob) => ({
    context: folder,
    from: glob,
    to: 'office-js/[path][name][ext]',
    globOptions: { ignore: ['**/*.debug.js'] },
    // Unmodified: neither minified nor transformed.
    info: { minimized: true },
  }))
}

module.exports = { officeJsFiles, FILES }

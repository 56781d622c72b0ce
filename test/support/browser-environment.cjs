/** jsdom with what every browser has and it lacks. In a test file: `@jest-environment ./test/support/browser-environment.cjs`. */
const { TestEnvironment } = require('jest-environment-jsdom')

const { TextEncoder, TextDecoder, Uint8Array, structuredClone } = globalThis

class BrowserEnvironment extends TestEnvironment {
  async setup() {
    await super.setup()
    Object.assign(this.global, { TextEncoder, TextDecoder, Uint8Array, structuredClone })
  }
}

module.exports = BrowserEnvironment

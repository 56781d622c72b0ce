#!/usr/bin/env node
// The command line is bundled into build/ when the package is installed (npm run prepare).
require('../build/muster.cjs')

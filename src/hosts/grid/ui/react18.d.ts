/** Univer's React, by the name under which it is installed beside the pane's. What is used of it is alike in both. */
declare module 'react18' {
  import * as React from 'react'
  export = React
}

/** Base64 of the file. */
declare module '*.xlsx' {
  const base64: string
  export default base64
}

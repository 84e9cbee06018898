/** What Terraform prints, without colours and without the line that it draws beside a message. */
export const plainText = (text: string): string =>
  text
    .replaceAll("\r\n", "\n")
    // biome-ignore lint/suspicious/noControlCharactersInRegex: colours are control characters
    .replace(/\u001b\[[0-9;]*m/g, "")
    .replace(/^[╷╵]$/gm, "")
    .replace(/^│ ?/gm, "");

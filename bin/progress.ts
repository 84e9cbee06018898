import type { Output } from "./io";

/** Begins to tell how long something takes, on a line of its own; on a terminal that line is kept up to date. */
export function progress(name: string, output: Output): (result: string) => void {
  const started = Date.now();
  const seconds = () => `${Math.round((Date.now() - started) / 1000)} s`;
  if (!output.isTTY) {
    output.write(`${name}: planning\n`);
    return (result) => void output.write(`${name}: ${result}, ${seconds()}\n`);
  }
  const show = (text: string) => output.write(`\r\u001b[2K${name}: ${text}`);
  const timer = setInterval(() => show(`planning, ${seconds()}`), 1000);
  show("planning");
  return (result) => {
    clearInterval(timer);
    show(`${result}, ${seconds()}\n`);
  };
}

/** Ends the emulator that `setup.ts` started. */
export default async function teardown(): Promise<void> {
  await globalThis.groundplanEmulator?.stop();
}

/** Why Terraform refused to do it, on one line; empty if it did not. */
export const refusalOf = (done: Promise<unknown>): Promise<string> =>
  done.then(
    () => "",
    (error: Error) => error.message.replaceAll(/\s+/g, " "),
  );

/** A resource of a module that Terraform can import where it is there already. */
export interface Importable {
  /** Its address in the module: `aws_dynamodb_table.this`. */
  readonly resource: string;
  /** What its import id is, as a sentence names it: `the name of the table`. */
  readonly id: string;
  /** Whether there are several, each under a key: the ids are a mapping. */
  readonly isKeyed?: true;
  /** Whether the id is the AWS name of the component: another name would make another resource. */
  readonly isName?: true;
}

/** What of a module can be imported, by the word for it; a text alone stands for the first. */
export type Imports = Readonly<Record<string, Importable>>;

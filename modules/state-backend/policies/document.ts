import { type Expression, json, type Part, type Ref } from "../../../lib/expression";

export type Text = Expression<string>;

/** A policy document of IAM. */
export const document = (statements: Part): Ref<string> => json({ Version: "2012-10-17", Statement: statements });

/** A statement that allows. */
export const allow = (actions: Part, resources: Part) => ({ Effect: "Allow", Action: actions, Resource: resources });

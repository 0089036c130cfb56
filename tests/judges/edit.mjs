// Reads a document and writes it with one thing changed, of which the judges must take note:
//
//     node edit.mjs (new-code | wrong-example) PATH < document > edited
//
// PATH says where bodies have their code: names with dots between them, where `*` is any name.
import { readFileSync, writeFileSync } from "node:fs";

const NEW = "NEW_CODE";
const COMPONENTS = "#/components/schemas/";

const edits = {
  /** One more error in the unions of those that an operation answers with. */
  "new-code"(document, path) {
    const { schemas } = document.components;
    // A union that several operations refer to gets its new error once.
    const done = new Set();
    for (const operation of operations(document)) {
      const contents = errorContents(operation).filter(({ schema }) => hasCode(schema, path));
      const unions = contents.flatMap(({ schema }) => unionsOf(schema, path));
      if (unions.length === 0 && contents.length > 0) {
        // Each status of this operation has one error. It takes two to make a union.
        const content = contents.at(-1);
        content.schema = { anyOf: [content.schema] };
        unions.push({ union: content.schema, path });
      }
      for (const { union, path } of unions) {
        if (!done.has(union)) {
          done.add(union);
          addTo(union, path);
        }
      }
    }
    if (done.size === 0) {
      throw new Error("no operation answers with an error");
    }

    /** Whether an error has a code. A service may have errors of another shape, too. */
    function hasCode(schema, path) {
      const { properties, oneOf, anyOf } = resolve(schema);
      const members = oneOf ?? anyOf;
      if (members) {
        return members.some((member) => hasCode(member, path));
      }
      if (path.length === 0) {
        return true;
      }
      return membersOf(properties, path[0]).some(([, next]) => hasCode(next, path.slice(1)));
    }

    /** The unions on the way to the code, each with the rest of the way. */
    function unionsOf(schema, path) {
      const { properties, oneOf, anyOf } = resolve(schema);
      if (oneOf ?? anyOf) {
        return [{ union: resolve(schema), path }];
      }
      return membersOf(properties, path[0]).flatMap(([, next]) => unionsOf(next, path.slice(1)));
    }

    /** Adds a copy of a union's first error, with another code. */
    function addTo(union, path) {
      const members = union.oneOf ?? union.anyOf;
      const error = structuredClone(resolve(members[0]));
      const codes = schemasAt(error, path);
      if (codes.length === 0) {
        throw new Error(`there is no code at ${path.join(".")} of ${JSON.stringify(error)}`);
      }
      for (const code of codes) {
        if ("const" in code) {
          code.const = NEW;
        } else {
          code.enum = [NEW];
        }
      }
      error.title = NEW;
      const name = done.size === 1 ? NEW : `${NEW}_${done.size}`;
      const $ref = COMPONENTS + name;
      schemas[name] = error;
      members.push({ $ref });
      if (union.discriminator) {
        union.discriminator.mapping[NEW] = $ref;
      }
    }

    function schemasAt(schema, path) {
      if (path.length === 0) {
        return [schema];
      }
      return membersOf(schema.properties, path[0]).flatMap(([name, next]) => {
        // What is referred to belongs to others too.
        schema.properties[name] = structuredClone(resolve(next));
        return schemasAt(schema.properties[name], path.slice(1));
      });
    }

    function resolve(schema) {
      return schema.$ref ? resolve(schemas[schema.$ref.slice(COMPONENTS.length)]) : schema;
    }
  },

  /** An example with a code that no error has. */
  "wrong-example"(document, path) {
    const examples = operations(document)
      .flatMap(errorContents)
      .map(({ examples }) => Object.values(examples ?? {}))
      // The more errors a body may be, the more a judge must read to see that it is none of them.
      .sort((one, other) => other.length - one.length)
      .flat();
    const holders = examples.flatMap(({ value }) => valuesAt(value, path.slice(0, -1)));
    for (const holder of holders) {
      for (const [name] of membersOf(holder, path.at(-1))) {
        holder[name] = NEW;
        return;
      }
    }
    throw new Error(`no example of an error has a code at ${path.join(".")}`);

    function valuesAt(value, path) {
      if (path.length === 0) {
        return [value];
      }
      return membersOf(value, path[0]).flatMap(([, next]) => valuesAt(next, path.slice(1)));
    }
  },
};

/** All operations of a document. */
function operations(document) {
  return Object.values(document.paths).flatMap((item) =>
    Object.values(item).filter((operation) => operation.responses),
  );
}

/** What an operation answers with when it fails, by media type. */
function errorContents({ responses }) {
  return Object.entries(responses)
    .filter(([status]) => !/^[123]/.test(status))
    .flatMap(([, { content }]) => Object.values(content ?? {}));
}

/** The member of a name, or with `*` all members. */
function membersOf(object, name) {
  const members = Object.entries(object !== null && typeof object === "object" ? object : {});
  return name === "*" ? members : members.filter(([other]) => other === name);
}

const [edit, path] = process.argv.slice(2);
const document = JSON.parse(readFileSync(0, "utf8"));
edits[edit](document, path.split("."));
writeFileSync(1, JSON.stringify(document, null, 2));

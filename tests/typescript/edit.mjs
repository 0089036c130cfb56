// Reads a document and writes it with one thing changed, of which the judges must take note:
//
//     node edit.mjs (new-code | wrong-example) < document > edited
import { readFileSync, writeFileSync } from "node:fs";

const edits = {
  /** One more error in the union of those that an operation answers with. */
  "new-code"(document, { schema }) {
    const { schemas } = document.components;
    const union = schemas[nameOf(schema.properties.error)];
    const error = structuredClone(schemas[nameOf(union.oneOf[0])]);
    const { code } = error.properties;
    if ("const" in code) {
      code.const = "NEW_CODE";
    } else {
      code.enum = ["NEW_CODE"];
    }
    const $ref = "#/components/schemas/NEW_CODE";
    schemas.NEW_CODE = error;
    union.oneOf.push({ $ref });
    union.discriminator.mapping.NEW_CODE = $ref;
  },

  /** An example with a code that no error has. */
  "wrong-example"(_document, { examples }) {
    const [example] = Object.values(examples);
    example.value.error.code = "NEW_CODE";
  },
};

function nameOf({ $ref }) {
  return $ref.slice($ref.lastIndexOf("/") + 1);
}

const document = JSON.parse(readFileSync(0, "utf8"));
const { responses } = document.paths["/v1/verify/claim"].post;
edits[process.argv[2]](document, responses["502"].content["application/json"]);
writeFileSync(1, JSON.stringify(document, null, 2));

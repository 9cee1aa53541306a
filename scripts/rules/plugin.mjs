import { docSentence } from "./doc-sentence.mjs";
import { exportNames } from "./export-names.mjs";
import { importHomes } from "./import-homes.mjs";
import { leftOutTests } from "./left-out-tests.mjs";
import { pureFiles } from "./pure-files.mjs";
import { roomNames } from "./room-names.mjs";
import { silencingAs } from "./silencing-as.mjs";
import { workspaceBorders } from "./workspace-borders.mjs";

/** plugin holds the rules of this project that no published plugin knows; each is one file beside this one. */
export const plugin = {
  meta: { name: "watchfloor" },
  rules: {
    "doc-sentence": docSentence,
    "export-names": exportNames,
    "import-homes": importHomes,
    "left-out-tests": leftOutTests,
    "pure-files": pureFiles,
    "room-names": roomNames,
    "silencing-as": silencingAs,
    "workspace-borders": workspaceBorders,
  },
};

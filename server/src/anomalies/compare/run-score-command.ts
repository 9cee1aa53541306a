import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Command, Option } from "commander";
import type { ScoreForm } from "../detector/anomaly-detector.js";
import { computeNabScore } from "./compute-nab-score.js";
import { loadLabelledFiles, type SeriesFile } from "./load-labelled-files.js";
import { SCORERS, scoreSeries, type Scorer } from "./score-series.js";

/** Published for the whole corpus, standard profile: https://github.com/numenta/NAB and Hamadi et al. (ARTime). */
const PUBLISHED =
  "Published, whole corpus: ARTime 74.9, HTM 70.5, KNN CAD 58.0, Random Cut Forest 51.7, windowed Gaussian 39.6";

/** ScoreSurroundings are what the command gets from the process. */
export interface ScoreSurroundings {
  readonly out: NodeJS.WritableStream;
  /** Milliseconds that only go forward, to tell what a point costs. */
  readonly readTimer: () => number;
}

interface Arguments {
  readonly form: ScoreForm;
  readonly out?: string;
}

/** runScoreCommand scores the files of a directory, writes or prints a score a row, and a summary where there are labels. Gives the exit code. */
export async function runScoreCommand(argv: readonly string[], { out, readTimer }: ScoreSurroundings): Promise<number> {
  const command = new Command("anomaly:score")
    .description("Scores series of `timestamp,value` with the detector of the product; with windows.json, compares it.")
    .argument("<directory>", "CSV files, also in folders below")
    .option("--out <directory>", "write scores as CSV files there instead of printing them")
    .addOption(new Option("--form <form>", "which score is written").choices(["tail", "ratio"]).default("tail"))
    .parse([...argv], { from: "user" });
  const options = command.opts<Arguments>();
  const files = await loadLabelledFiles(command.args[0] ?? "").catch((cause: unknown) => cause);
  if (!isFileList(files)) {
    out.write(`${files instanceof Error ? files.message : String(files)}\n`);
    return 1;
  }
  const started = readTimer();
  const scores = files.map((file) => scoreSeries(file.rows, options.form));
  const points = files.reduce((sum, file) => sum + file.rows.length, 0);
  const microseconds = ((readTimer() - started) * 1000) / Math.max(1, points);
  for (const [place, file] of files.entries())
    await writeScores(file, scores[place] ?? [], { out, directory: options.out });
  out.write(`${files.length} files, ${points} points, ${microseconds.toFixed(1)} us a point\n`);
  if (files.some((file) => file.windows !== undefined)) out.write(renderComparison(files));
  return 0;
}

function isFileList(files: unknown): files is SeriesFile[] {
  return Array.isArray(files);
}

async function writeScores(
  { name, rows, windows }: SeriesFile,
  scores: readonly number[],
  to: { out: NodeJS.WritableStream; directory: string | undefined },
): Promise<void> {
  const isLabelled = (row: number) => windows?.some(([first, last]) => row >= first && row <= last) === true;
  const lines = rows.map(({ timestamp, value }, row) => {
    const shown = Number.isFinite(value) ? String(value) : "";
    const label = windows === undefined ? "" : isLabelled(row) ? ",1" : ",0";
    return `${timestamp},${shown},${(scores[row] ?? 0).toFixed(4)}${label}`;
  });
  const text = `timestamp,value,score${windows === undefined ? "" : ",label"}\n${lines.join("\n")}\n`;
  if (to.directory === undefined) {
    to.out.write(`# ${name}\n${text}`);
    return;
  }
  const path = join(to.directory, name);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}

function renderComparison(files: readonly SeriesFile[]): string {
  const labelled = files.filter((file) => file.windows !== undefined);
  const lines = SCORERS.map((scorer: Scorer) => {
    const rated = labelled.map((file) => ({ scores: scoreSeries(file.rows, scorer), windows: file.windows ?? [] }));
    const { score, threshold, windows, found, falseAlerts } = computeNabScore(rated);
    return `${scorer.padEnd(20)} NAB ${score.toFixed(1).padStart(5)}   threshold ${threshold.toPrecision(5)}   windows ${found} of ${windows}   false alerts ${falseAlerts}`;
  });
  return `NAB, standard profile, one threshold for all files\n${lines.join("\n")}\n${PUBLISHED}\n`;
}

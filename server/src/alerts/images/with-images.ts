import type { TransitionSink } from "../publish/transition-sink.js";
import type { ImageMaker } from "./image-maker.js";

/** withImages has the chart of what fires drawn while a sink takes it further; the sink neither waits for it nor hears of it. */
export function withImages(sink: TransitionSink, images: Pick<ImageMaker, "wish">): TransitionSink {
  return {
    accept(transition) {
      images.wish(transition);
      return sink.accept(transition);
    },
  };
}

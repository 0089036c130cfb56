//! The body of one occurrence.

use std::cell::Cell;

use bytes::Bytes;

use super::fill::empty_value;
use super::plan::{Plan, PlannedBody};
use super::segment::Segment;
use crate::facts::Occurrence;
use crate::facts::template::Slot;
use crate::write::{DetailsWriter, FieldStyle, MessageWriter, Place, push_comma};

thread_local! {
    /// Where bodies are written before they are copied into one allocation of the right size.
    static SCRATCH: Cell<Vec<u8>> = const { Cell::new(Vec::new()) };
}

/// A scratch buffer that one large body made larger than this is not kept.
const KEPT_CAPACITY: usize = 64 * 1024;

pub(super) fn render(plan: &'static Plan, occurrence: &Occurrence<'_>) -> Bytes {
    let segments = match plan.body(occurrence) {
        PlannedBody::Fixed(body) => return Bytes::from_static(body),
        PlannedBody::ByHand(write) => return Bytes::from(write(occurrence)),
        PlannedBody::Segments(segments) => segments,
    };
    // Taken, not borrowed: a details value may render another error while it serializes.
    let mut body = SCRATCH.try_with(Cell::take).unwrap_or_default();
    body.clear();
    write_segments(segments, occurrence, &mut body);
    if body.capacity() > KEPT_CAPACITY {
        body.shrink_to_fit();
        return Bytes::from(body);
    }
    let bytes = Bytes::copy_from_slice(&body);
    // Without a scratch buffer (the thread is ending) the next body makes its own.
    let _ = SCRATCH.try_with(|scratch| scratch.set(body));
    bytes
}

/// Writes the steps. Returns whether every slot that is not optional held something.
fn write_segments(segments: &[Segment], occurrence: &Occurrence<'_>, body: &mut Vec<u8>) -> bool {
    let mut filled = true;
    for segment in segments {
        match segment {
            Segment::Bytes(bytes) => body.extend_from_slice(bytes),
            Segment::Comma => push_comma(body),
            Segment::Hole(hole) => occurrence
                .error()
                .write_hole(*hole, &mut MessageWriter::json(body)),
            Segment::Text(slot) => {
                filled &= occurrence.write_text(*slot, &mut MessageWriter::json(body));
            }
            Segment::Value(slot) => filled &= write_value(*slot, occurrence, body),
            Segment::Details(fields) => filled &= write_details(*fields, occurrence, body),
            Segment::Spread(fields, taken) => {
                let mut details = DetailsWriter::new(
                    body,
                    Place::Spread { taken },
                    *fields,
                    occurrence.omitted(),
                );
                occurrence.error().write_details(&mut details);
                details.finish();
            }
            Segment::Group(slots, segments) => {
                let start = body.len();
                let is_empty = slots.iter().any(|slot| occurrence.lacks(*slot));
                if !is_empty && !write_segments(segments, occurrence, body) {
                    body.truncate(start);
                }
            }
        }
    }
    filled
}

/// Writes the details as a JSON value. Returns whether there are any.
fn write_details(fields: FieldStyle, occurrence: &Occurrence<'_>, body: &mut Vec<u8>) -> bool {
    let mut details = DetailsWriter::new(body, Place::Value, fields, occurrence.omitted());
    occurrence.error().write_details(&mut details);
    let filled = details.finish();
    if !filled {
        body.extend_from_slice(empty_value(Slot::Details));
    }
    filled
}

/// Writes a slot as a JSON value, an empty one as what stands for it. Returns whether it held
/// something.
fn write_value(slot: Slot, occurrence: &Occurrence<'_>, body: &mut Vec<u8>) -> bool {
    let start = body.len();
    let filled = match slot {
        Slot::RetryAfter => occurrence.write_text(slot, &mut MessageWriter::json(body)),
        // The other slots that depend on the occurrence are texts.
        _ => {
            body.push(b'"');
            let filled = occurrence.write_text(slot, &mut MessageWriter::json(body));
            body.push(b'"');
            filled
        }
    };
    if !filled {
        body.truncate(start);
        body.extend_from_slice(empty_value(slot));
    }
    filled
}

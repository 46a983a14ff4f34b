//! The desk: everything on one sheet, in any order, for a civil servant with a caller.

mod bar;
mod intake;
mod jump;
mod keyboard;
mod model;
mod sheet;
mod support;
mod verdicts;

pub(crate) use model::{DeskEvent, DeskForm};

use crate::dom::{el, says, text};
use crate::dossier::notes;
use crate::interview::dock_counts;
use crate::page::PageProps;
use crate::store::Event;
use keyboard::Keyboard;
use steunwijzer_advisor::messages::desk as say;
use yew::{Html, html};

/// The desk.
pub(crate) fn desk(props: &PageProps) -> Html {
    let model = &props.model;
    let lang = model.lang();
    let to_jump = props.act(Event::Desk(DeskEvent::ToJump), text(say::jump(lang)));
    let mut left = vec![jump::jump(props), says("p", "hint desk-legend", say::legend(lang))];
    left.extend(sheet::sheet(props));
    left.extend(intake::intake(props));
    left.push(sheet::head_and_body("aantekening", say::notes(lang), "", notes(props)));
    let mut right = vec![verdicts::verdicts(props)];
    right.extend(support::support(props));
    html! {
        <div class="desk">
            <Keyboard around={model.around.clone()} sent={model.desk.sent.clone()} send={props.send.clone()} />
            { bar::bar(props) }
            <div class="desk-columns">
                { el("div", "desk-sheet", left) }
                <aside class="desk-side" aria-label={say::verdicts(lang)} tabindex="-1">{ for right }</aside>
            </div>
            { el("div", "dock desk-dock", vec![dock_counts(props), to_jump]) }
        </div>
    }
}

//! What every page is drawn with: the model, a way to send events, links.

use crate::navigation::Page;
use crate::store::{Event, Model};
use std::rc::Rc;
use steunwijzer_advisor::present::Filter;
use yew::{Callback, Html, MouseEvent, html};

/// What every page is drawn with.
#[derive(Clone)]
pub(crate) struct PageProps {
    pub(crate) model: Rc<Model>,
    pub(crate) send: Callback<Event>,
}

impl PageProps {
    /// A callback that sends an event.
    pub(crate) fn on<E>(&self, event: Event) -> Callback<E> {
        let send = self.send.clone();
        Callback::from(move |_| send.emit(event.clone()))
    }

    /// A link to a page. It is a real link: a new tab can show it.
    pub(crate) fn link(&self, page: Page, class: &'static str, content: Html) -> Html {
        html! {
            <a {class} href={page.address(&self.model.site)} onclick={self.follow(Event::Go(page))}>{ content }</a>
        }
    }

    /// A link to the advice, narrowed.
    pub(crate) fn link_narrowed(&self, filter: Filter, content: Html) -> Html {
        html! {
            <a href={Page::Advice.address(&self.model.site)} onclick={self.follow(Event::ShowAdvice(filter))}>{ content }</a>
        }
    }

    /// What a click on a link does, unless the visitor wants it in a new tab or window.
    pub(crate) fn follow(&self, event: Event) -> Callback<MouseEvent> {
        let send = self.send.clone();
        Callback::from(move |click: MouseEvent| {
            if !(click.ctrl_key() || click.meta_key() || click.shift_key()) {
                click.prevent_default();
                send.emit(event.clone());
            }
        })
    }

    /// A button that looks like a link: it changes something here.
    pub(crate) fn act(&self, event: Event, content: Html) -> Html {
        html! { <button type="button" class="linked" onclick={self.on(event)}>{ content }</button> }
    }
}

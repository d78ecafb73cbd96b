//! The flows: what a person does with Postil, one file for each concern.
//!
//! May use `support` and nothing of the app: a flow knows what a person sees (accessible names, keys,
//! files), so it holds while the code behind it changes.

mod address;
mod axe;
mod beside;
mod choosing;
mod claims;
mod correct;
mod data;
mod encodings;
mod entities;
mod example;
mod export;
mod find;
mod folder;
mod harness;
mod hints;
mod history;
mod incoming;
mod keyboard;
mod lacking;
mod languages;
mod later;
mod library;
mod list;
mod load;
mod mark;
mod metadata;
mod offline;
mod pages;
mod palette;
mod passages;
mod projects;
mod refused;
mod relations;
mod room;
mod schema;
mod screenshots;
mod scripts;
mod sealed;
mod search;
mod settings;
mod start;
mod statements;
mod statistics;
mod steps;
mod suggestions;
mod tabs;
mod taking;
mod torture;
mod touch;
mod typed;
mod undo;
mod unsaved;
mod zoom;

use crate::{
    run::{Flow, flow},
    support::Engine,
};

/// Everything that runs in the tests, in each engine unless it says otherwise.
pub(crate) const FLOWS: &[Flow] = &[
    flow!(start::starts_and_stays_sealed),
    flow!(sealed::walks_through_the_app),
    flow!(address::leads_back_and_again),
    flow!(load::files_of_every_kind),
    flow!(pages::a_folder_of_pages).only(&[Engine::Chromium]),
    flow!(load::the_same_text_again),
    flow!(load::a_long_article_opens_at_its_title),
    flow!(load::dropped_and_pasted),
    flow!(load::typed_text_outlives_escape),
    flow!(load::pasted_while_files_are_read),
    // Long, and of the worker, which is the same in each.
    flow!(load::large_files_show_progress).only(&[Engine::Chromium]).limit(300),
    flow!(encodings::unknown_ones_are_asked_for),
    flow!(encodings::marks_and_line_ends),
    flow!(metadata::is_edited_and_kept),
    flow!(metadata::markup_stays_text),
    flow!(refused::whole_files),
    flow!(refused::project_files),
    flow!(refused::pasted_text),
    flow!(export::both_formats),
    flow!(export::what_is_lost),
    flow!(export::opens_again),
    flow!(export::real_articles),
    flow!(choosing::is_split_and_named),
    flow!(taking::what_was_exported_comes_back),
    flow!(taking::many_come_in_and_are_kept),
    flow!(taking::labels_are_mapped),
    flow!(taking::offsets_are_counted_as_said),
    flow!(projects::several),
    flow!(projects::copied_and_deleted),
    flow!(data::everything_is_deleted),
    flow!(data::much_work_is_offered_as_a_file),
    // Only Chromium has folders that a page can write to.
    flow!(folder::is_written_by_itself).only(&[Engine::Chromium]),
    flow!(folder::keeps_the_last_five).only(&[Engine::Chromium]),
    flow!(folder::leaves_other_files_alone).only(&[Engine::Chromium]),
    flow!(folder::is_not_offered_elsewhere).only(&[Engine::Firefox, Engine::WebKit]),
    flow!(hints::come_one_by_one_and_each_once),
    flow!(hints::are_switched_off),
    // What the page sees is changed through Chromium's own protocol.
    flow!(lacking::says_what_it_does_not_do).only(&[Engine::Chromium]),
    flow!(correct::takes_its_annotations_along),
    flow!(correct::begins_in_the_preview_of_files),
    flow!(history::goes_back_and_is_forgotten),
    // WebKitGTK's automation draws only the window that it began with.
    flow!(tabs::one_works_and_the_other_reads_along).only(&[Engine::Chromium, Engine::Firefox]),
    // What the page finds missing is taken away through Chromium's own protocol.
    flow!(tabs::ask_each_other_without_locks).only(&[Engine::Chromium]),
    flow!(harness::sees_what_it_must_refuse),
    flow!(harness::drives_mouse_keys_and_files),
    // WebKitGTK's automation keeps no profile.
    flow!(harness::kills_the_browser_and_keeps_its_profile).only(&[Engine::Chromium, Engine::Firefox]),
    // WebKitGTK's automation keeps no profile, and its window is low.
    flow!(torture::every_breakage_once).only(&[Engine::Chromium, Engine::Firefox]).limit(300),
    flow!(torture::sees_what_is_missing),
    flow!(start::shows_a_start_page_without_the_app),
    flow!(start::works_before_the_app_does),
    flow!(start::opens_pickers_before_the_app_does),
    flow!(start::says_why_it_cannot_start),
    flow!(example::opens_with_one_click),
    flow!(example::says_that_it_cannot_be_fetched),
    flow!(example::opens_without_a_server),
    flow!(mark::takes_what_the_mouse_meant),
    flow!(mark::marks_exactly_when_asked),
    flow!(mark::marks_with_the_pen),
    flow!(mark::goes_through_what_lies_on_each_other),
    flow!(mark::changes_a_mark),
    flow!(mark::marks_scraped_articles),
    flow!(schema::of_a_file_marks),
    flow!(schema::of_ones_own),
    flow!(schema::presets_and_files),
    flow!(schema::open_questions),
    flow!(schema::guidelines),
    flow!(schema::of_whole_articles),
    flow!(entities::are_linked_merged_and_split),
    flow!(entities::go_by_keys_alone),
    flow!(beside::two_articles_by_mouse_and_by_keys),
    flow!(beside::a_text_that_changes_beside),
    flow!(passages::are_found_and_their_marks_taken),
    flow!(passages::claims_are_suggested),
    flow!(suggestions::go_by_keys_and_by_mouse),
    flow!(suggestions::nothing_unseen_is_taken),
    flow!(claims::are_arranged_and_judged),
    flow!(claims::are_saved_and_printed),
    flow!(relations::are_made_by_clicks),
    flow!(relations::go_by_keys_alone),
    flow!(statements::go_by_keys_alone),
    flow!(keyboard::works_without_a_pointer),
    flow!(keyboard::knows_other_layouts),
    flow!(keyboard::opens_the_sheet_that_it_leads_into),
    flow!(scripts::marks_words_of_every_script),
    flow!(scripts::reads_a_megabyte_in_one_line),
    flow!(languages::indonesian_is_chosen_and_spoken),
    flow!(languages::a_page_from_right_to_left),
    flow!(typed::is_kept_when_the_page_is_left),
    flow!(typed::keys_go_on_behind_the_pointer),
    flow!(undo::takes_back_everything_and_does_it_again),
    flow!(undo::asks_once_who_is_there),
    // Themes and widths are set through Chromium's own protocol; what is found is the same in each.
    flow!(axe::finds_nothing).only(&[Engine::Chromium]).needs(axe::SCRIPT).limit(400),
    flow!(unsaved::says_so_and_lets_nobody_lose_it),
    flow!(later::is_waited_for),
    flow!(later::is_missed),
    flow!(offline::the_main_job_without_a_server),
    flow!(offline::a_new_version_waits),
    flow!(find::goes_through_the_hits_by_key),
    flow!(find::marks_all_hits),
    flow!(palette::does_what_is_named),
    flow!(library::sorts_filters_and_groups),
    flow!(library::the_open_article_is_in_view),
    flow!(library::keeps_the_status),
    flow!(library::edits_several_at_once),
    flow!(room::is_kept_for_the_text).only(&[Engine::Chromium]),
    flow!(touch::does_the_main_job).only(&[Engine::Chromium]),
    flow!(settings::changes_keys),
    flow!(settings::changes_the_look_and_takes_it_along),
    flow!(settings::quiet_text_has_no_marks),
    flow!(settings::prints),
    flow!(search::finds_in_all_articles_by_key),
    flow!(search::marks_in_all_articles),
    flow!(statistics::counts_and_saves),
    // The size of the window is set through Chromium's own protocol.
    flow!(zoom::leaves_nothing_out_of_reach).only(&[Engine::Chromium]),
    flow!(zoom::shows_placeholders_whole).only(&[Engine::Chromium]),
    flow!(list::is_filtered),
    flow!(list::changes_several_at_once),
];

/// What drives a browser without being a test; run by name (`POSTIL_E2E_TASK`).
pub(crate) const TASKS: &[Flow] = &[
    flow!(torture::torture).limit(6 * 60 * 60),
    // Colour scheme and pixel density are set through Chromium's own protocol.
    flow!(screenshots::screenshots).only(&[Engine::Chromium]).limit(900),
];

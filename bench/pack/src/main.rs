//! Makes a module for Node from a compiled wasm file: `bench-pack FILE FOLDER`.

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    let [_, wasm, folder] = arguments.as_slice() else {
        eprintln!("usage: bench-pack FILE FOLDER");
        std::process::exit(2);
    };
    let mut bindgen = wasm_bindgen_cli_support::Bindgen::new();
    let made = bindgen.input_path(wasm).nodejs(true).map(|bindgen| {
        bindgen.typescript(false).remove_name_section(true).remove_producers_section(true).generate(folder)
    });
    if let Err(error) | Ok(Err(error)) = made {
        eprintln!("{error}");
        std::process::exit(1);
    }
}

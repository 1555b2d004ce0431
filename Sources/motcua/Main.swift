import ArgumentParser
import Hummingbird
import CryptoExtras
import Crypto
import Yams
@main struct MotCua: ParsableCommand { func run() {} }

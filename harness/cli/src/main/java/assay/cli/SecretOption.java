package assay.cli;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Hold the option for the course secret, which all commands share that ask submissions something. */
class SecretOption {
    @Option(
            names = "--secret-file",
            paramLabel = "FILE",
            description =
                    "file with the course secret that the random inputs depend on; without it anybody can foresee them")
    private Optional<Path> secretFile = Optional.empty();

    /** Return the course secret, "" when there is none. */
    final String secret() {
        if (secretFile.isEmpty()) {
            return "";
        }
        try {
            String secret = Files.readString(secretFile.get()).strip();
            if (secret.length() < 16) {
                throw new UsageException("the secret in '" + secretFile.get()
                        + "' must have at least 16 characters, has " + secret.length());
            }
            return secret;
        } catch (NoSuchFileException e) {
            throw new UsageException("there is no file '" + secretFile.get()
                    + "'; write a secret of 16 characters or more into it, and keep it");
        } catch (AccessDeniedException e) {
            throw new UsageException("the file with the secret, '" + secretFile.get()
                    + "', cannot be read: there is no permission; nothing was graded");
        } catch (CharacterCodingException e) {
            throw new UsageException("the secret in '" + secretFile.get()
                    + "' must be text; 'head -c 24 /dev/urandom | base64' writes one");
        } catch (IOException e) {
            throw new UsageException("the file with the secret, '" + secretFile.get() + "', cannot be read ("
                    + e.getMessage() + "); nothing was graded");
        }
    }
}

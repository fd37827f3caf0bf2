import java.io.File;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.pdfbox.preflight.PreflightDocument;
import org.apache.pdfbox.preflight.ValidationResult;
import org.apache.pdfbox.preflight.exception.SyntaxValidationException;
import org.apache.pdfbox.preflight.parser.PreflightParser;

/** Checks PDF files against PDF/A-1b: java -cp … Preflight.java FILE…; exit 1 when one is not valid. */
public class Preflight {
    public static void main(String[] files) throws Exception {
        Logger.getLogger("org.apache").setLevel(Level.OFF);
        boolean valid = true;
        for (String file : files) {
            valid &= check(new File(file));
        }
        if (valid) {
            System.out.println(files.length + " valid for PDF/A-1b");
        }
        System.exit(valid ? 0 : 1);
    }

    private static boolean check(File file) throws Exception {
        ValidationResult result;
        PreflightParser parser = new PreflightParser(file);
        try {
            parser.parse();
            try (PreflightDocument document = parser.getPreflightDocument()) {
                document.validate();
                result = document.getResult();
            }
        } catch (SyntaxValidationException e) {
            result = e.getResult();
        }
        for (ValidationResult.ValidationError error : result.getErrorsList()) {
            System.out.println(file + ": " + error.getErrorCode() + " " + error.getDetails());
        }
        return result.isValid();
    }
}
